import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type ServiceStatus } from '@lienthong/contracts';
import { Roles } from '@lienthong/platform';
import { StatusReader } from './status-reader';

/** For the console, which shows how every service is. Not for the outside. */
@Controller('internal/v1/status')
@ApiExcludeController()
@Roles('service')
export class StatusController {
  constructor(private readonly status: StatusReader) {}

  @Get()
  read(): Promise<ServiceStatus> {
    return this.status.read();
  }
}
