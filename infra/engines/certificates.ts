import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runCommand } from './command';
import { EngineError } from './engine';

/** A key and its certificate with those above it, as PKCS #12: Java's and Node's own form. */
export interface ServerKey {
  readonly file: string;
  readonly password: string;
}

/** Signs certificates for servers of a test. */
export interface CertificateAuthority {
  /** Its own certificate. */
  readonly pem: string;
  readonly pemFile: string;
  /** @param hosts names and IP addresses of the server */
  issue(name: string, hosts: readonly string[]): Promise<ServerKey>;
}

/** Writes key and certificates as PEM, without a password, beside the key: for clients that take nothing else. */
export async function writePem({ file, password }: ServerKey): Promise<string> {
  const pemFile = `${file}.pem`;
  const args = ['pkcs12', '-in', file, '-passin', `pass:${password}`, '-nodes', '-out', pemFile];
  const { status, output } = await runCommand('openssl', args, KEYTOOL_TIMEOUT_MS);
  if (status !== 0) throw new EngineError(`openssl could not write ${pemFile}:\n${lastLines(output)}`);
  return pemFile;
}

const KEYTOOL_TIMEOUT_MS = 60_000;
/** Of what is thrown away after the test. */
const PASSWORD = 'changeit';
const AUTHORITY = 'authority';

/** @param directory is made; keys and certificates are kept there @throws EngineError */
export async function makeAuthority(directory: string): Promise<CertificateAuthority> {
  mkdirSync(directory, { recursive: true });
  const keys = join(directory, 'keys.p12');
  const pemFile = join(directory, 'ca.crt');
  const store = ['-keystore', keys, '-storepass', PASSWORD];
  const pair = (alias: string, ...more: readonly string[]): Promise<void> =>
    keytool('-genkeypair', ...store, '-alias', alias, '-dname', `CN=${alias}`, ...KEY, ...more);
  await pair(AUTHORITY, '-ext', 'bc:critical=ca:true', '-ext', 'ku:critical=keyCertSign,cRLSign');
  await keytool('-exportcert', '-rfc', ...store, '-alias', AUTHORITY, '-file', pemFile);
  return {
    pem: readFileSync(pemFile, 'utf8'),
    pemFile,
    issue: async (name, hosts) => {
      await pair(name, '-signer', AUTHORITY, '-ext', `san=${hosts.map(alternative).join(',')}`);
      const file = join(directory, `${name}.p12`);
      const from = ['-srckeystore', keys, '-srcstorepass', PASSWORD, '-srcalias', name];
      await keytool('-importkeystore', ...from, '-destkeystore', file, '-deststorepass', PASSWORD);
      return { file, password: PASSWORD };
    },
  };
}

/** It ends before a compiler pays. */
const QUICK = ['-J-XX:TieredStopAtLevel=1'];
const KEY = ['-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '2'];

function alternative(host: string): string {
  return /^[\d.]+$/.test(host) ? `ip:${host}` : `dns:${host}`;
}

async function keytool(...args: readonly string[]): Promise<void> {
  const { status, output } = await runCommand('keytool', [...QUICK, ...args], KEYTOOL_TIMEOUT_MS);
  if (status !== 0) throw new EngineError(`keytool ${args[0]} failed:\n${lastLines(output)}`);
}
