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

describe('the environment', () => {
  test('needs nothing', () => {
    const { appSecret, ...config } = readConfig({ DATA_DIR: folder, DEMO: '' });
    expect(config).toEqual({
      port: 3000,
      instances: 1,
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
