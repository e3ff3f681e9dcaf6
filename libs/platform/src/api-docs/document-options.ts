import { type SwaggerDocumentOptions } from '@nestjs/swagger';

/**
 * How documents are made of controllers. Ids are what generated clients call their methods: `civilRegistryDecide` of
 * `CivilRegistryController.decide`, unless an operation has one of its own.
 */
export const DOCUMENT_OPTIONS: SwaggerDocumentOptions = {
  autoTagControllers: false,
  operationIdFactory: (controller, method) => {
    const [first = '', ...rest] = controller.replace(/Controller$/, '');
    const [initial = '', ...others] = method;
    return [first.toLowerCase(), ...rest, initial.toUpperCase(), ...others].join('');
  },
};
