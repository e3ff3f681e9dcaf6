/** What was checked, what was at fault, and what was left out and why. */
export class Report {
  passed = 0;
  faults = 0;
  leftOut = 0;

  section(title) {
    console.log(`\n${title}`);
  }

  /** One check: `faults` are sentences, none when it holds. */
  check(what, faults) {
    if (faults.length === 0) {
      this.passed++;
      console.log(`  ok        ${what}`);
      return;
    }
    this.faults++;
    console.log(`  FAULT     ${what}`);
    for (const fault of faults) console.log(`            ${fault}`);
  }

  skip(what, reason) {
    this.leftOut++;
    console.log(`  left out  ${what} (${reason})`);
  }

  summary() {
    return `deployment: ${this.passed} checks passed, ${this.faults} failed, ${this.leftOut} left out`;
  }
}
