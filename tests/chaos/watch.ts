import { type ChildService } from '../../apps/services/src/child-service';

const DUPLICATES = /^lienthong_messages_total\{.*outcome="duplicate"/;
const WITHOUT_OWNER = /^lienthong_cases_without_owner /;

/** Looks at what the processes tell of themselves now and then: what one has counted is gone when it is killed. */
export class Watch {
  readonly faults: string[] = [];
  private readonly duplicatesBy = new Map<string, number>();

  /** Repetitions that inboxes have dropped, as far as they were seen: a kill takes the last ones with it. */
  get duplicates(): number {
    return [...this.duplicatesBy.values()].reduce((sum, count) => sum + count, 0);
  }

  async look(children: readonly ChildService[]): Promise<void> {
    await Promise.all(children.map((child) => this.lookAt(child)));
  }

  private async lookAt({ url, pid, options: { name } }: ChildService): Promise<void> {
    const answer = await fetch(`${url}/metrics`).catch(() => undefined);
    if (!answer?.ok) return;
    const lines = (await answer.text()).split('\n');
    this.duplicatesBy.set(`${name} ${pid}`, sum(lines, DUPLICATES));
    const ownerless = sum(lines, WITHOUT_OWNER);
    if (ownerless > 0) this.faults.push(`${ownerless} cases have no owner, says ${name}`);
  }
}

function sum(lines: readonly string[], of: RegExp): number {
  return lines
    .filter((line) => of.test(line))
    .reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
