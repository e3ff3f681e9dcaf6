import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject } from '@nestjs/swagger';
import { createHttpAdapter, Settings } from '@lienthong/platform';
import { WithdrawalForm } from '../actions/action.forms';
import { openApiDocument } from './openapi';
import { DocumentedAction } from './operations.decorators';

@Controller('v1/test')
class TestController {
  @Post()
  @DocumentedAction('act', 'An action', WithdrawalForm)
  act(): void {}
}

async function documentOf(auth: Settings['auth']): Promise<OpenAPIObject> {
  @Module({ controllers: [TestController], providers: [{ provide: Settings, useValue: { auth } }] })
  class TestingModule {}
  const app = await NestFactory.create<NestFastifyApplication>(TestingModule, createHttpAdapter(), {
    logger: false,
  });
  await app.init();
  try {
    return openApiDocument(app);
  } finally {
    await app.close();
  }
}

describe('the OpenAPI document', () => {
  it('asks for a key and names its refusals with AUTH=api-key', async () => {
    const { components, security, paths } = await documentOf('api-key');
    expect(security).toEqual([{ apiKey: [] }]);
    expect(components?.securitySchemes).toMatchObject({ apiKey: { type: 'http', scheme: 'bearer' } });
    expect(components?.schemas).toHaveProperty('Problem');
    expect(paths['/v1/test']?.post?.responses).toMatchObject({
      '202': { description: expect.any(String) as unknown },
      '401': { description: '`unauthenticated`: Not authenticated' },
      '403': { description: expect.stringContaining('`forbidden`: Not allowed') as unknown },
    });
  });

  it('knows of no keys with AUTH=off', async () => {
    const { components, security, paths } = await documentOf('off');
    expect(security).toEqual([]);
    expect(components).not.toHaveProperty('securitySchemes');
    expect(paths['/v1/test']?.post?.responses).not.toHaveProperty('401');
  });
});
