import { Controller, Get, Header, Param } from '@nestjs/common';
import { type MachineListView, type MachineView } from '@lienthong/contracts';
import { CONSOLE_ROLES, Problem, Roles } from '@lienthong/platform';
import { machines } from '@lienthong/procedures';
import { Documented } from '../api-docs/documented';
import { machineView } from './machine-view';

/** Sơ đồ trạng thái: the statecharts that run the cases. A version never changes. */
@Controller('v1/operations/machines')
@Roles(...CONSOLE_ROLES)
export class MachinesController {
  private readonly views = new Map(machines().map(({ id, machine }) => [id, machineView(id, machine)]));

  @Get()
  @Documented({ summary: 'Sơ đồ trạng thái — every machine that a case may be on' })
  list(): MachineListView {
    return { items: [...this.views.values()].map(({ id, version }) => ({ id, version })) };
  }

  @Get(':id')
  @Header('cache-control', 'private, max-age=3600')
  @Documented({ summary: 'Một sơ đồ — its states and transitions', refuses: ['not-found'] })
  machine(@Param('id') id: string): MachineView {
    const view = this.views.get(id);
    if (!view) throw new Problem({ code: 'not-found' });
    return view;
  }
}
