// Lints every BPMN model with bpmnlint (recommended + Camunda 7.24) and reads every DMN model.
// Exit code 1 when a model cannot be read without warnings or breaks a rule, errors and warnings alike.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { filesOf, here, short } from './files.mjs';

const require = createRequire(import.meta.url);
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const config = JSON.parse(readFileSync(join(here, '.bpmnlintrc'), 'utf8'));

// A linter keeps its rules, and some rules keep what they saw: a file must not be held against the one before it.
const newLinter = () => new Linter({ config, resolver: new NodeResolver({ require }) });

let complaints = 0;
const complain = (file, text) => {
  complaints += 1;
  console.error(`${short(file)}: ${text}`);
};

const models = filesOf('processes', 'bpmn');
for (const file of models) {
  const { rootElement, warnings } = await new BpmnModdle({ camunda }).fromXML(readFileSync(file, 'utf8'));
  warnings.forEach((warning) => complain(file, warning.message));
  for (const [rule, reports] of Object.entries(await newLinter().lint(rootElement))) {
    reports.forEach((report) => complain(file, `${report.id}: ${report.message} (${rule})`));
  }
}

const decisions = filesOf('processes', 'dmn');
for (const file of decisions) {
  const { warnings } = await new DmnModdle().fromXML(readFileSync(file, 'utf8'));
  warnings.forEach((warning) => complain(file, warning.message));
}

console.log(`${models.length} BPMN and ${decisions.length} DMN models, ${complaints} complaints`);
process.exit(complaints ? 1 : 0);
