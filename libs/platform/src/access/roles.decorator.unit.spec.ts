import { All, Get, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants';
import { ruleOf } from './access-rule';
import { OpenToAll, Roles } from './roles.decorator';

@Roles('integrator', 'operator')
class Dossiers {
  @Get()
  list(): void {}

  @Post()
  @Roles('supervisor')
  cancel(): void {}

  @Get('open')
  @OpenToAll()
  open(): void {}

  @Post('batch')
  @RouteConfig({ ndjson: true })
  batch(): void {}

  @Post('import')
  @RouteConfig({ ndjson: true })
  @Roles('service')
  import(): void {}

  notARoute(): void {}
}

class Inheriting extends Dossiers {}

const configOf = (method: keyof Dossiers): object | undefined =>
  Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, Reflect.get(Dossiers.prototype, method)) as
    object | undefined;

describe('@Roles', () => {
  it('marks every route of a class', () => {
    expect(ruleOf(configOf('list'))).toEqual(['integrator', 'operator']);
    expect(configOf('notARoute')).toBeUndefined();
  });

  it('lets a method have a mark of its own', () => {
    expect(ruleOf(configOf('cancel'))).toEqual(['supervisor']);
    expect(ruleOf(configOf('open'))).toBe('open');
  });

  it('leaves the rest of a route’s options as it is', () => {
    expect(configOf('batch')).toEqual({ ndjson: true, access: ['integrator', 'operator'] });
  });

  it('does not widen a method whose mark @RouteConfig has undone', () => {
    expect(configOf('import')).toEqual({ ndjson: true, access: ['service'] });
  });

  it('refuses a class that only inherits its routes: its siblings share them', () => {
    expect(() => Roles('service')(Inheriting)).toThrow(
      'Inheriting declares no routes: mark the class that declares them',
    );
  });

  it('refuses @All, where the mark would be lost', () => {
    class Everything {
      @All()
      any(): void {}
    }
    expect(() => Roles('service')(Everything)).toThrow('name the methods');
  });
});

describe('ruleOf', () => {
  it('is for nobody where a route has no mark', () => {
    expect(ruleOf(undefined)).toEqual([]);
    expect(ruleOf({ ndjson: true })).toEqual([]);
  });
});
