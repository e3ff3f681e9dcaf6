import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants';
import { accessConfig, type AccessRule } from './access-rule';
import { type Role } from './role';

const RULE = 'lienthong:access';

type RouteDecorator = ClassDecorator & MethodDecorator;

/**
 * Who may call this route, or every route that this class declares and that has no mark of its own. Routes that a class
 * inherits are marked where they are declared. On a method it stands above `@RouteConfig`, which would undo it.
 */
export function Roles(...roles: readonly [Role, ...Role[]]): RouteDecorator {
  return mark(roles);
}

/** Nobody needs a key here: health and documentation. */
export function OpenToAll(): RouteDecorator {
  return mark('open');
}

/** The mark lies in the route's options, where it is read before a body is. */
function mark(rule: AccessRule): RouteDecorator {
  return (target: object, _key?: string | symbol, descriptor?: PropertyDescriptor): void => {
    if (descriptor === undefined) return markAll(target as NewableFunction, rule);
    const handler = descriptor.value as object;
    Reflect.defineMetadata(RULE, rule, handler);
    configure(handler, rule);
  };
}

function markAll(controller: NewableFunction, rule: AccessRule): void {
  const handlers = handlersOf(controller);
  if (handlers.length === 0)
    throw new Error(`${controller.name} declares no routes: mark the class that declares them`);
  for (const handler of handlers)
    configure(handler, (Reflect.getMetadata(RULE, handler) as AccessRule | undefined) ?? rule);
}

function handlersOf(controller: NewableFunction): readonly object[] {
  const methods: { readonly value?: unknown }[] = Object.values(
    Object.getOwnPropertyDescriptors(controller.prototype),
  );
  return methods
    .map(({ value }) => value)
    .filter((value) => typeof value === 'function')
    .filter((method) => Reflect.hasMetadata(METHOD_METADATA, method));
}

function configure(handler: object, rule: AccessRule): void {
  if (Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.ALL)
    throw new Error('Nest hands no route options on for @All, so its mark would be lost: name the methods');
  const config = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as object | undefined;
  Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { ...config, ...accessConfig(rule) }, handler);
}
