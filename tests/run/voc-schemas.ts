// `VOC_SCHEMAS=<folder> npm run check:voc [-- http://localhost:3000/schedule/cop32]`: holds the files for other
// programs against the schemas their authors publish (github.com/voc/schedule, folder `validator`). The schemas are not
// part of this project, because of their licence: the folder is one that somebody has fetched.
import fs from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { scheduleJson } from '#server/schedule/schedule-json.ts';
import { scheduleXml } from '#server/schedule/schedule-xml.ts';
import { LANGS } from '#shared/lang.ts';
import { hardProgrammes } from '#tests/support/builders/hard-programme.ts';

const folder = process.env.VOC_SCHEMAS;
if (!folder) {
  console.error('Set VOC_SCHEMAS to the folder that holds schedule.xml.xsd and schema.json.');
  process.exit(2);
}
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');
const schema = { fileName: 'schedule.xsd', contents: read('schedule.xml.xsd') };
// Not strict: a keyword in it is misspelt. What that one should have looked at, our own tests do.
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addMetaSchema(draft6);
ajv.addFormat('color', true);
(addFormats as unknown as (to: Ajv) => void)(ajv);
const fits = ajv.compile(JSON.parse(read('schema.json')));

async function faultsOfXml(contents: string): Promise<string[]> {
  const xml = { fileName: 'schedule.xml', contents };
  return (await validateXML({ xml, schema, maxMemoryPages: 16_384 })).errors.map(({ message }) => message);
}
function faultsOfJson(text: string): string[] {
  return fits(JSON.parse(text)) ? [] : (fits.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

let failed = 0;
function tell(what: string, faults: string[], expectFaults = false): void {
  const right = faults.length > 0 === expectFaults;
  if (!right) failed += 1;
  console.log(`${right ? 'ok  ' : 'FAIL'} ${what}`);
  if (!right) for (const fault of faults.slice(0, 5)) console.log(`       ${fault}`);
}

for (const [name, programme] of Object.entries(hardProgrammes())) {
  for (const lang of LANGS) {
    tell(`${name}, ${lang}: schedule.xml`, await faultsOfXml(scheduleXml(programme, lang, 'https://desk.example')));
    tell(`${name}, ${lang}: schedule JSON`, faultsOfJson(scheduleJson(programme, lang, 'https://desk.example')));
  }
}
// What must not pass, so that passing means something.
const plain = hardProgrammes().plain;
if (!plain) throw new Error('No plain programme.');
const xml = scheduleXml(plain, 'ja', 'https://desk.example');
for (const [what, from, to] of [
  ['an acronym in capitals', />cop32</, '>COP32<'],
  ['a short code', /code="(.)/, 'code="'],
  ['minutes alone', />01:00</, '>60<'],
  ['a time without offset', /\+03:00<\/date>/, '</date>'],
  ['no track', /<track>[^<]*<\/track>/, ''],
  ['a link that is none', /<url>https:/, '<url>ftp:'],
] as const) {
  tell(`${what} is refused`, await faultsOfXml(xml.replace(from, to)), true);
}
tell(
  'JSON without a title is refused',
  faultsOfJson(scheduleJson(plain, 'ja', 'https://x.example').replaceAll('"title"', '"t"')),
  true,
);

const [address] = process.argv.slice(2);
if (address) {
  const get = async (ending: string) => (await fetch(`${address}${ending}`)).text();
  tell(`${address}.xml`, await faultsOfXml(await get('.xml')));
  tell(`${address}.json`, faultsOfJson(await get('.json')));
}
console.log(failed === 0 ? 'Everything passes.' : `${failed} do not pass.`);
process.exit(failed === 0 ? 0 : 1);
