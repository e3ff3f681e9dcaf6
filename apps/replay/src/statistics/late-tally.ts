import { type CaseView } from '@lienthong/contracts';
import { type LateSummary } from './statistics-summary';

/** Adds up late cases by why they are late. */
export class LateTally {
  private cases = 0;
  private judged = 0;
  private afterAppointment = 0;
  private byNewDate = 0;
  private openOverdue = 0;
  private promiseBroken = 0;

  addOpen(view: CaseView): void {
    if (view.overdue) this.openOverdue++;
  }

  /** @param onTime undefined where the KPI rules do not judge the case */
  addEnded(view: CaseView, onTime: boolean | undefined): void {
    if (view.promises.some(({ reason, broken }) => reason === 'apology' && broken)) this.promiseBroken++;
    if (onTime === undefined) return;
    this.judged++;
    if (onTime) return;
    this.cases++;
    if (!view.overdue) return;
    this.afterAppointment++;
    // Only an apology puts the date shown past the one that the case is measured by.
    if (view.finishedAt !== undefined && view.finishedAt <= view.appointment) this.byNewDate++;
  }

  summary(): LateSummary {
    const { cases, judged, afterAppointment, byNewDate, promiseBroken, openOverdue } = this;
    return {
      cases,
      judged,
      afterAppointment,
      byNewDate,
      promiseBroken,
      askedTooOften: cases - afterAppointment,
      openOverdue,
    };
  }
}
