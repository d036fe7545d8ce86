import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigFaulty, databaseAddress, readConfig, VARIABLES } from '#server/config.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-config-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const secret = 'k3J9x-this-is-long-enough-to-sign-with';
const onServer = { DATABASE_URL: 'postgres://desk@db.example/desk', APP_SECRET: secret, DATA_DIR: folder };

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig({ DATA_DIR: folder, ...environment });
    return [];
  } catch (error) {
    if (error instanceof ConfigFaulty) return error.faults;
    throw error;
  }
}

describe('the file of issuers', () => {
  const city = {
    ...{ id: 'toyama', organisation: '162019', label: { ja: '富山市', en: 'Toyama' }, clientId: 'desk' },
    ...{ issuer: 'https://login.example/x', clientSecretFile: 'secret', tid: ['x'] },
  };
  const write = (issuers: unknown) => {
    const file = path.join(folder, 'issuers.json');
    fs.writeFileSync(file, JSON.stringify({ issuers }));
    return file;
  };

  test('is read with its secrets, from files beside it or from the environment', () => {
    fs.writeFileSync(path.join(folder, 'secret'), 'from the file\n');
    const { clientSecretFile: _, ...rest } = city;
    const other = { ...rest, id: 'other', issuer: 'https://other.example', clientSecretEnv: 'OTHER_SECRET' };
    const environment = { DATA_DIR: folder, OTHER_SECRET: 'from outside', OIDC_CONFIG: write([city, other]) };
    const { issuers } = readConfig(environment);
    expect(issuers.map(({ clientSecret }) => clientSecret)).toEqual(['from the file', 'from outside']);
    expect(issuers[0]).toMatchObject({ domains: [], hosts: [], mfa: { amr: ['mfa'], acr: [] } });
  });

  test.each([
    ['nobody says who may come', { tid: [] }, 'who may come'],
    ['plain http', { issuer: 'http://login.example' }, 'https'],
    ['no such secret', { clientSecretFile: 'nothing-here' }, 'secret of toyama'],
    ['two secrets', { clientSecretEnv: 'X' }, 'either'],
    ['no organisation', { organisation: 'Toyama' }, 'six digits'],
    ['a name nobody reads', { tenant: 'x' }, 'tenant'],
  ])('is refused: %s', (_, spoilt, words) => {
    const faults = faultsOf({ OIDC_CONFIG: write([{ ...city, ...spoilt }]) });
    expect(faults.join()).toContain(words);
    expect(faultsOf({ OIDC_CONFIG: path.join(folder, 'not-there.json') })[0]).toContain('cannot be read');
    expect(faultsOf({ OIDC_CONFIG: write([city, city]) }).join()).toContain('twice');
  });
});

describe('the environment', () => {
  test('needs nothing', () => {
    const { appSecret, ...config } = readConfig({ DATA_DIR: folder, DEMO: '' });
    expect(config).toEqual({
      port: 3000,
      instances: 1,
      revealAlarm: 20,
      rateFactor: 1,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      databaseUrl: null,
      publicDatabaseUrl: null,
      dataDir: folder,
      demo: true,
      demoNow: null,
      formerSecret: null,
      smtpUrl: null,
      mailFrom: 'COP Desk <cop-desk@localhost>',
      issuers: [],
      metricsPort: null,
      frameAncestors: [],
      publicOffline: true,
      nodeEnv: 'production',
      logLevel: 'info',
    });
    expect(databaseAddress({ ...config, appSecret })).toEqual({ dataDir: path.join(folder, 'database') });
  });

  test('makes a secret once, for its owner only', () => {
    const first = readConfig({ DATA_DIR: folder }).appSecret;
    expect(first).toHaveLength(64);
    expect(readConfig({ DATA_DIR: folder }).appSecret).toBe(first);
    expect(fs.statSync(path.join(folder, 'app-secret')).mode & 0o777).toBe(0o600);
  });

  test('with a server is no demonstration unless asked', () => {
    expect(readConfig(onServer).demo).toBe(false);
    expect(readConfig({ ...onServer, DEMO: '1' }).demo).toBe(true);
    expect(readConfig({ DATA_DIR: folder, DEMO: '0' }).demo).toBe(false);
    expect(databaseAddress(readConfig(onServer))).toEqual({ url: onServer.DATABASE_URL });
  });

  test('says everything that is wrong at once, and never a value', () => {
    const faults = faultsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://root:hunter2@x/y',
      DEMO: 'yes',
      DEMO_NOW: 'yesterday',
      SMTP_URL: 'smtp://mail.example',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'DEMO',
      'DEMO_NOW',
      'APP_SECRET',
      'MAIL_FROM',
    ]);
    expect(faults.join()).not.toContain('hunter2');
  });

  test.each(['short', 'changeme-changeme-changeme-changeme', 'x'.repeat(40)])('refuses the secret %s', (weak) => {
    expect(faultsOf({ APP_SECRET: weak })).toHaveLength(1);
  });

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({ DATA_DIR: folder }))).toBe(true);
  });

  test('keeps links free of double slashes', () => {
    expect(readConfig({ ...onServer, PUBLIC_URL: 'https://desk.example/' }).publicUrl).toBe('https://desk.example');
  });
});

test('.env.example names every variable, in the order of the program', () => {
  const text = fs.readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  expect([...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(VARIABLES);
});
