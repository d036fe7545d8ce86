// Loaded before the program: writes down every statement it sends, so that the bare handler can send the same ones.
import fs from 'node:fs';
import pg from 'pg';

const file = fs.openSync(process.env.BENCH_RECORD, 'a');
const query = pg.Client.prototype.query;
const plain = (value) => {
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : value;
};

pg.Client.prototype.query = function (...parameters) {
  const [what] = parameters;
  const text = typeof what === 'string' ? what : what?.text;
  if (text)
    fs.writeSync(file, `${JSON.stringify({ line: this.processID, text, values: (what.values ?? []).map(plain) })}\n`);
  return query.apply(this, parameters);
};
