import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CertificateAuthority,
  makeAuthority,
  type ServerKey,
  writePem,
} from '../../../../infra/engines';
import { describeOnJava } from '../../../../tests/support/engines/on-java';
import { RecordingPublisher } from '../../test-support/recording-publisher';
import { mongodbUri, TEST_KIND, TestDatabase } from '../../test-support/test-database';
import { TlsFront } from '../../test-support/tls-front';
import { moveOn } from '../../test-support/writes';
import { MongoStores } from '../mongo-stores';
import { MongoConnection } from './mongo-connection';

describeOnJava('MongoDB with TLS', () => {
  let directory: string;
  let authority: CertificateAuthority;
  let server: ServerKey;
  let front: TlsFront;
  let mutual: TlsFront;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'lienthong-mongodb-tls-'));
    authority = await makeAuthority(directory);
    server = await authority.issue('server', ['127.0.0.1']);
    const { hostname, port } = new URL(mongodbUri());
    const start = (clientsOf?: string): Promise<TlsFront> =>
      TlsFront.start(hostname, Number(port || 27_017), {
        key: server,
        ...(clientsOf !== undefined && { clientsOf }),
      });
    [front, mutual] = await Promise.all([start(), start(authority.pem)]);
  }, 300_000);
  afterAll(async () => {
    await Promise.all([front?.close(), mutual?.close()]);
    rmSync(directory, { recursive: true, force: true });
  });

  const trusting = (): string => `tls=true&tlsCAFile=${encodeURIComponent(authority.pemFile)}`;
  const uri = (port: number, options: string, host = '127.0.0.1'): string =>
    `mongodb://${host}:${port}/?directConnection=true&${options}`;

  const work = async (address: string): Promise<readonly number[]> => {
    const database = new TestDatabase();
    const connection = await MongoConnection.open({ uri: address, databasePrefix: database.prefix });
    const publisher = new RecordingPublisher(database.published);
    const store = new MongoStores({ connection, publisher }).open(TEST_KIND);
    try {
      await moveOn(store, 'x', true);
      await moveOn(store, 'x', true);
      return publisher.sequences;
    } finally {
      await connection.close();
      await database.drop();
    }
  };

  it('serves whoever knows its authority', async () => {
    expect(await work(uri(front.port, trusting()))).toEqual([1, 2]);
  });

  it('serves whoever shows a certificate where one is asked for', async () => {
    const client = await authority.issue('client', ['client.example.vn']);
    const key = `tlsCertificateKeyFile=${encodeURIComponent(await writePem(client))}`;
    expect(await work(uri(mutual.port, `${trusting()}&${key}`))).toEqual([1, 2]);
  });

  const plainPort = (): number => Number(new URL(mongodbUri()).port || 27_017);
  const wrongs: readonly (readonly [string, () => string, RegExp])[] = [
    ['an authority that is not known', () => uri(front.port, 'tls=true'), /tlsCAFile/],
    ['a certificate for another host', () => uri(front.port, trusting(), 'localhost'), /another host/],
    ['plain text where TLS is spoken', () => uri(front.port, ''), /tls=true/],
    ['TLS where plain text is spoken', () => uri(plainPort(), trusting()), /tls=true/],
    ['no certificate where one is asked for', () => uri(mutual.port, trusting()), /tlsCertificateKeyFile/],
    [
      'a file of authorities that is not there',
      () => uri(front.port, 'tls=true&tlsCAFile=/no/such/file'),
      /tlsCAFile/,
    ],
    [
      'a file of authorities that holds none',
      () => {
        const file = join(directory, 'none.crt');
        writeFileSync(file, 'nothing');
        return uri(front.port, `tls=true&tlsCAFile=${encodeURIComponent(file)}`);
      },
      /tlsCAFile/,
    ],
  ];

  it.each(wrongs)('says what has to be mended: %s', async (_, address, said) => {
    const began = performance.now();
    const failure: unknown = await MongoConnection.open({
      uri: address(),
      databasePrefix: 'lt',
      serverSelectionMs: 3_000,
    }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'mongodb-unusable' });
    expect((failure as Error).message).toMatch(/^MONGODB_URI/);
    expect((failure as Error).message).toMatch(said);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
