import { Page } from '../../components/page';

export function Component() {
  return <Page title="sign-in">{null}</Page>;
}
