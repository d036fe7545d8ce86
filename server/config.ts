import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Issuer, readIssuers } from './issuers-file.ts';

const PLACEHOLDER = /change.?me|replace|placeholder|example|secret-here|your-|^(.)\1+$/i;
const port = z.coerce.number().int().min(0).max(65_535);
const url = (protocol: RegExp) => z.url({ protocol });

/** Every variable the program reads, and what it is when absent. `.env.example` explains each to the people who set it. */
const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url(/^https?$/).optional(),
  DATABASE_URL: url(/^postgres(ql)?$/).optional(),
  PUBLIC_DATABASE_URL: url(/^postgres(ql)?$/).optional(),
  DATA_DIR: z.string().default('./data'),
  APP_SECRET: z
    .string()
    .min(32, 'use at least 32 characters, for example the output of: openssl rand -base64 48')
    .refine((secret) => !PLACEHOLDER.test(secret), 'this is a placeholder; make one with: openssl rand -base64 48')
    .optional(),
  APP_SECRET_PREVIOUS: z.string().min(32, 'the former APP_SECRET, as it was').optional(),
  DEMO: z.enum(['0', '1']).optional(),
  DEMO_NOW: z.iso.datetime({ offset: true }).optional(),
  SMTP_URL: url(/^smtps?$/).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  OIDC_CONFIG: z.string().optional(),
  METRICS_PORT: port.optional(),
  PUBLIC_FRAME_ANCESTORS: z
    .string()
    .regex(
      /^\s*https?:\/\/[a-z0-9.-]+(:\d{1,5})?([\s,]+https?:\/\/[a-z0-9.-]+(:\d{1,5})?)*\s*$/,
      'origins such as https://www.city.example.jp, with spaces between them',
    )
    .optional(),
  PUBLIC_OFFLINE: z.enum(['0', '1']).default('1'),
  INSTANCES: z.coerce.number().int().min(1).max(64).default(1),
  REVEAL_ALARM: z.coerce.number().int().min(1).max(1_000).default(20),
  RATE_FACTOR: z.coerce.number().min(1).max(1_000_000).default(1),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export const VARIABLES = Object.keys(Environment.shape);

export type Config = Readonly<{
  port: number;
  host: string;
  /** Without a slash at its end. */
  publicUrl: string;
  databaseUrl: string | null;
  /** The same database with the login of the public pages. */
  publicDatabaseUrl: string | null;
  dataDir: string;
  appSecret: string;
  /** The secret before this one, while passport data are being moved from it to the new one. */
  formerSecret: string | null;
  demo: boolean;
  demoNow: Date | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** Organisations whose people may sign in with its own account. */
  issuers: readonly Issuer[];
  metricsPort: number | null;
  /** Origins whose pages may show the programme in a frame. */
  frameAncestors: readonly string[];
  /** Whether browsers may keep the public pages for the time without a network. */
  publicOffline: boolean;
  /** How many instances share the database, this one included. */
  instances: number;
  /** Beyond how many looks at passport data in ten minutes the administrators are told. */
  revealAlarm: number;
  /** By how much the limits of reading and writing are widened. */
  rateFactor: number;
  nodeEnv: 'production' | 'development' | 'test';
  logLevel: string;
}>;

/** What the environment says wrongly, all of it at once. */
export class ConfigFaulty extends Error {
  override readonly name = 'ConfigFaulty';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `環境変数を確かめてください / Check the environment variables:\n${faults.map((one) => `  ${one}`).join('\n')}`,
    );
    this.faults = faults;
  }
}

/** Reads the environment once. Makes the secret of an embedded installation on its first start. Throws ConfigFaulty. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // `PORT=` in a file of variables means that it is not set.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (given.DATABASE_URL && !given.APP_SECRET) faults.push('APP_SECRET: required together with DATABASE_URL');
  if (given.PUBLIC_DATABASE_URL && !given.DATABASE_URL) faults.push('PUBLIC_DATABASE_URL: goes with DATABASE_URL');
  if (given.SMTP_URL && !given.MAIL_FROM) faults.push('MAIL_FROM: required together with SMTP_URL');
  const read = given.OIDC_CONFIG ? readIssuers(resolve(given.OIDC_CONFIG), given) : { issuers: [] };
  if ('faults' in read) faults.push(...read.faults);
  if (!parsed.success || 'faults' in read || faults.length > 0) throw new ConfigFaulty(faults);

  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/(?<!\/)\/+$/, ''),
    databaseUrl: env.DATABASE_URL ?? null,
    publicDatabaseUrl: env.PUBLIC_DATABASE_URL ?? null,
    dataDir,
    appSecret: env.APP_SECRET ?? keptSecret(dataDir),
    formerSecret: env.APP_SECRET_PREVIOUS ?? null,
    demo: env.DEMO === undefined ? env.DATABASE_URL === undefined : env.DEMO === '1',
    demoNow: env.DEMO_NOW === undefined ? null : new Date(env.DEMO_NOW),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? 'COP Desk <cop-desk@localhost>',
    issuers: read.issuers,
    metricsPort: env.METRICS_PORT ?? null,
    frameAncestors: env.PUBLIC_FRAME_ANCESTORS?.trim().split(/[\s,]+/) ?? [],
    publicOffline: env.PUBLIC_OFFLINE === '1',
    instances: env.INSTANCES,
    revealAlarm: env.REVEAL_ALARM,
    rateFactor: env.RATE_FACTOR,
    nodeEnv: env.NODE_ENV,
    logLevel: env.LOG_LEVEL,
  });
}

/** Where the database is: the server's address, or the embedded one's own folder beside the other files. */
export function databaseAddress(config: Config): { url: string; publicUrl: string | undefined } | { dataDir: string } {
  const { databaseUrl, publicDatabaseUrl, dataDir } = config;
  if (databaseUrl === null) return { dataDir: join(dataDir, 'database') };
  return { url: databaseUrl, publicUrl: publicDatabaseUrl ?? undefined };
}

/** The secret of this data directory, readable by its owner only; made when there is none. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'app-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    // Fails when it exists, so that of two starts at once only one makes the secret.
    writeFileSync(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
