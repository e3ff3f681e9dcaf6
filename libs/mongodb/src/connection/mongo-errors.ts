import { mongo } from 'mongoose';

/** Why the database cannot be used, in one line that names the setting. Stops the start. Holds no credentials. */
export class MongoUnusable extends Error {
  readonly code = 'mongodb-unusable';
  readonly exitCode = 2;
}

const AUTHENTICATION_FAILED = 18;
const UNAUTHORIZED = 13;

/** Sorts out why a first connection failed. */
export function whyUnusable(error: unknown, hosts: string): MongoUnusable {
  if (error instanceof mongo.MongoAPIError || isParseError(error)) return badUri(error.message);
  if (error instanceof mongo.MongoServerError && isRefusal(error.code))
    return new MongoUnusable(`MONGODB_URI: ${hosts} refuses the user name or password`, { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  const advice = ADVICE.find(([pattern]) => pattern.test(reason))?.[1];
  const unanswered = `no primary answers at ${hosts}${advice === undefined ? '' : `: ${advice}`}`;
  return new MongoUnusable(`MONGODB_URI: ${unanswered} (${firstLine(reason)})`, { cause: error });
}

/** By what the driver says: it keeps no code of what broke a connection off. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/, open '/, 'the file in tlsCAFile or tlsCertificateKeyFile cannot be read'],
  [/altnames/, "the server's certificate is for another host, use a name that stands in it"],
  [/alert (certificate required|bad certificate)/, 'it asks for a certificate, tlsCertificateKeyFile'],
  [
    /self-signed certificate|unable to (get|verify)|no start line/,
    "the server's certificate is signed by an authority that is not trusted, tlsCAFile must name its PEM file",
  ],
  [
    /closed$|secure TLS connection|wrong version number|ECONNRESET|selection timed out/,
    'does tls=true, or its absence, fit the server?',
  ],
];

/** Whether the database was away, or went away while it was asked. */
export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoTopologyClosedError ||
    isNoConnectionLeft(error) ||
    (error instanceof mongo.MongoServerError && error.hasErrorLabel('RetryableWriteError')) ||
    isBrokenBulk(error)
  );
}

/** No connection of the pool came free in time: the driver does not export this error. */
function isNoConnectionLeft(error: unknown): boolean {
  return error instanceof Error && error.name === 'MongoWaitQueueTimeoutError';
}

/** A bulk whose connection broke: the driver wraps the network's error, and no single write is blamed. */
function isBrokenBulk(error: unknown): boolean {
  if (!(error instanceof mongo.MongoBulkWriteError) || error.code !== undefined) return false;
  return [error.writeErrors].flat().length === 0;
}

export function badUri(reason: string): MongoUnusable {
  return new MongoUnusable(`MONGODB_URI is no MongoDB connection string: ${firstLine(reason)}`);
}

/** The driver's parser of addresses has a class of its own by that name. */
function isParseError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'MongoParseError';
}

function isRefusal(code: unknown): boolean {
  return code === AUTHENTICATION_FAILED || code === UNAUTHORIZED;
}

/** Without the user name and password of an address that the driver repeats. */
function firstLine(text: string): string {
  return text.replace(/\/\/[^@\s]*@/g, '//').split('\n', 1)[0] ?? '';
}
