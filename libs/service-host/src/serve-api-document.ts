import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { accessConfig, DOCUMENT_OPTIONS } from '@lienthong/platform';

/** `/openapi.json` of this service's own controllers: the gateway puts it beside its own. */
export function serveApiDocument(app: NestFastifyApplication, service: string): void {
  const config = new DocumentBuilder().setTitle(service).setVersion('1').setOpenAPIVersion('3.1.0').build();
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', { config: accessConfig('open') }, (_request, reply) => {
      document ??= SwaggerModule.createDocument(app, config, DOCUMENT_OPTIONS);
      void reply.send(document);
    });
}
