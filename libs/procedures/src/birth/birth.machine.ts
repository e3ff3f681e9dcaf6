import { caseMachine } from '../saga/case.machine';

/** Group 1 of NĐ 63/2024: khai sinh → đăng ký thường trú ∥ thẻ BHYT. */
export const birthMachine = caseMachine({
  id: 'birth',
  version: 1,
  branches: ['residency', 'health-insurance'],
  verifying: ['residency'],
});
