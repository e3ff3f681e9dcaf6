import { caseMachine } from '../saga/case.machine';

/** Group 2 of NĐ 63/2024: khai tử → xóa đăng ký thường trú ∥ trợ cấp mai táng, tuất. */
export const deathMachine = caseMachine({
  id: 'death',
  version: 1,
  branches: ['residency', 'social-benefits'],
});
