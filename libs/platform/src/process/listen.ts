import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadSetting, type Settings } from '../settings';

/**
 * Serves where the settings say and resolves with the URL. Not through Nest, which would log a port in use on top of
 * the line that the start is refused with.
 * @throws BadSetting for an address or a port that cannot be had
 */
export async function listen(app: NestFastifyApplication, settings: Settings): Promise<string> {
  await app.init();
  return app
    .getHttpAdapter()
    .getInstance()
    .listen({ port: settings.port, host: settings.host })
    .catch((error: unknown) => {
      throw refusal(error, settings);
    });
}

/** What keeps the process from serving, in the words of its settings. */
function refusal(error: unknown, { port, host }: Settings): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new BadSetting('PORT', String(port), `a free port: another process serves on ${host}:${port}`);
  if (code === 'EACCES') return new BadSetting('PORT', String(port), 'a port that this user may open');
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new BadSetting('HOST', host, 'an address of this machine');
  return error;
}
