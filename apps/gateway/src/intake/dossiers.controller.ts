import { Body, Controller, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DOSSIER_ROLES, principalOf, Problem, Roles, traceparentOf } from '@lienthong/platform';
import { DocumentedSubmission } from '../api-docs/operations.decorators';
import { AdmissionService } from './admission.service';
import { IntakeService } from './intake.service';
import { locationOf, receiptOf, type Receipt } from './receipt';

/** Nộp hồ sơ. */
@Controller('v1/dossiers')
@Roles(...DOSSIER_ROLES)
export class DossiersController {
  constructor(
    private readonly intake: IntakeService,
    private readonly admission: AdmissionService,
  ) {}

  @Post()
  @HttpCode(202)
  @DocumentedSubmission()
  async submit(
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    if (body === undefined) throw new Problem({ code: 'empty-body' });
    this.admission.admit();
    const submission = await this.intake.submit(key, body, {
      traceparent: traceparentOf(request),
      submittedBy: principalOf(request)?.id,
    });
    void reply.header('location', locationOf(submission));
    return receiptOf(submission);
  }
}
