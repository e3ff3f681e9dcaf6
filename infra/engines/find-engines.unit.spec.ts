import { parseJavaVersion } from './find-engines';

describe('parseJavaVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_392"', 8],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21" 2023-09-19', 21],
    ['The operation could not be completed.', undefined],
  ])('reads %j as %p', (output, version) => {
    expect(parseJavaVersion(output)).toBe(version);
  });
});
