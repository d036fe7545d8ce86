// Adds up the reports of all runs and prints the one plain line that closes CI.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../test-results/', import.meta.url);
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
const sum = (field) => reports.reduce((total, report) => total + report[field], 0);
const failedFiles = reports
  .flatMap((report) => report.testResults)
  .filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests') + failedFiles} failed`);
