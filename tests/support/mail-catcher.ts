import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Caught = { from: string; to: string[]; mail: ParsedMail; raw: string };
export type MailCatcher = {
  url: string;
  mails: Caught[];
  /** The code to refuse recipients with, when they are to be refused. */
  refuseWith: number | null;
  close: () => Promise<void>;
};

/** A mail server on this machine that keeps what it is given. */
export async function catchMail(): Promise<MailCatcher> {
  const mails: Caught[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (catcher.refuseWith === null) return done();
      done(Object.assign(new Error('No such person here'), { responseCode: catcher.refuseWith }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        mails.push({ from, to: rcptTo.map((one) => one.address), mail: await simpleParser(raw), raw });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const catcher: MailCatcher = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return catcher;
}
