import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { freePort, requireFreePort } from './ports';

describe('requireFreePort', () => {
  it('names the port and who wanted it when it is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;

    await expect(requireFreePort(port, 'Kafka')).rejects.toThrow(
      `Kafka cannot start: port ${port} on 127.0.0.1 is in use`,
    );

    server.close();
    await once(server, 'close');
    await expect(requireFreePort(port, 'Kafka')).resolves.toBeUndefined();
  });

  it('accepts what freePort gives', async () => {
    await expect(requireFreePort(await freePort(), 'Kafka')).resolves.toBeUndefined();
  });
});
