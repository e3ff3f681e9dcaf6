import { Readable } from 'node:stream';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { type AuditEntry, type AuditListView, type AuditVerification } from '@lienthong/contracts';
import { AUDIT_ROLES, Roles } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { AuditLog } from './audit-log';
import { AuditQuery } from './audit-query.dto';
import { isAbout } from './entry-target';

/** Nhật ký kiểm tra: who did what, when, to what and why. */
@Controller('v1/operations')
@Roles(...AUDIT_ROLES)
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Get('audit')
  @Documented({
    summary: 'Nhật ký kiểm tra — the audit log, newest first',
    refuses: ['validation-failed'],
  })
  async list(@Query() { actor, action, target, limit, cursor }: AuditQuery): Promise<AuditListView> {
    const where = { ...(actor !== undefined && { actor }), ...(action !== undefined && { action }) };
    const isWanted = (entry: AuditEntry): boolean => target === undefined || isAbout(entry, target);
    const items: AuditEntry[] = [];
    let more = false;
    for await (const entry of this.log.newest(where, cursor === undefined ? undefined : Number(cursor))) {
      if (!isWanted(entry)) continue;
      more = items.length === limit;
      if (more) break;
      items.push(entry);
    }
    const last = items.at(-1);
    return {
      items,
      ...(more && last && { nextCursor: String(last.number) }),
      total: target === undefined ? await this.log.count(where) : await this.countOf(where, isWanted),
    };
  }

  @Get('audit/verification')
  @Documented({
    summary: 'Kiểm chứng nhật ký — follows the chain of hashes from the first entry to the last',
    description: 'Entries cut off at the end show only against a `lastHash` that was noted before.',
  })
  verification(): Promise<AuditVerification> {
    return this.log.verify();
  }

  @Get('audit.ndjson')
  @Header('content-type', 'application/x-ndjson; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="audit.ndjson"')
  @Documented({
    produces: 'application/x-ndjson',
    summary: 'Xuất nhật ký — the whole log, an entry a line, oldest first',
    description:
      '`npm run audit:verify -- --file audit.ndjson` follows its chain without asking this server.',
  })
  export(): StreamableFile {
    return new StreamableFile(Readable.from(lines(this.log.oldest())));
  }

  /** A target is kept by no facet: a block has as many as it has entries. */
  private async countOf(
    where: Readonly<Record<string, string>>,
    isWanted: (entry: AuditEntry) => boolean,
  ): Promise<number> {
    let count = 0;
    for await (const entry of this.log.newest(where)) if (isWanted(entry)) count++;
    return count;
  }
}

async function* lines(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}
