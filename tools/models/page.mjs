// The text of a process's page and of the index, from the parsed models.
import { actors } from './actors.mjs';

const NOTE = '<!-- Made from the model by tools/models (npm run pages): change the model, not this page. -->\n';

const code = (text) => `\`${text}\``;
const cell = (text) => String(text ?? '').replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim();
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const doc = (element) => element.documentation?.[0]?.text ?? '';
const is = (type) => (element) => element.$type === `bpmn:${type}`;
const definition = (event, type) => event.eventDefinitions?.find((it) => it.$type === `bpmn:${type}EventDefinition`);

/** Every element of the process, those of its sub-processes included. */
export function elements(scope) {
  return (scope.flowElements ?? []).flatMap((it) => [it, ...elements(it)]);
}

function property(element, name) {
  return (element.extensionElements?.values ?? [])
    .filter((it) => it.$type === 'camunda:Properties')
    .flatMap((it) => it.values ?? [])
    .filter((it) => it.name === name)
    .flatMap((it) => it.value.split(' '));
}

function input(element, name) {
  const parameter = (element.extensionElements?.values ?? [])
    .filter((it) => it.$type === 'camunda:InputOutput')
    .flatMap((it) => it.inputParameters ?? [])
    .find((it) => it.name === name);
  return parameter?.value;
}

/** What a date expression means: a deadline of the districts' files, a window, or the bean's own. */
function when(expression = '', days) {
  const [, key] = expression.match(/deadlines\.due\(execution, *'([a-z-]+)'\)/) ?? [];
  if (key) {
    const values = Object.entries(days[key] ?? {});
    const same = new Set(values.map(([, value]) => value)).size === 1;
    if (values.length === 0) return `deadline ${code(key)}`;
    return same
      ? `${values[0][1]} working days (${code(key)})`
      : `${values.map(([district, value]) => `${district} ${value}`).join(', ')} working days (${code(key)})`;
  }
  const [, what, window] = expression.match(/\.(opens|due|reminder)\(execution, *'([a-z-]+)'\)/) ?? [];
  if (what === 'opens') return `first day of the window ${code(window)}`;
  if (what === 'reminder') return `before the end of the window ${code(window)}`;
  if (window) return `end of the window ${code(window)}`;
  return code(expression);
}

function callers(id, all) {
  return all.flatMap((model) =>
    elements(model.process)
      .filter((it) => is('CallActivity')(it) && it.calledElement === id)
      .map((it) => `called by [${model.id}](${model.id}.md), ${it.name}`),
  );
}

function triggers(model, all) {
  const start = model.process.flowElements.find(is('StartEvent'));
  const by = property(model.process, 'startedBy');
  const steps = property(model.process, 'triggeredBy').map((it) => `started by the step ${code(it)}`);
  const hand = by.length ? [`started in Tasklist by ${by.join(', ')} with the form ${code(start.formRef)}`] : [];
  const message = definition(start, 'Message');
  const sent = message ? [`started by the message ${code(message.messageRef.name)}`] : [];
  return [...hand, ...sent, ...callers(model.id, all), ...steps];
}

function tasks(all, days) {
  const rows = all.filter(is('UserTask')).map((task) => {
    const form = task.formRef ?? task.formKey?.replace('embedded:deployment:forms/', '');
    const due = input(task, 'dueOn') ?? task.dueDate;
    return row(task.name, code(task.id), actors(task.candidateGroups).english, when(due, days), code(form), property(task, 'notBy').map(code).join(', '), property(task, 'clauses').join(' '));
  });
  return rows.length === 0
    ? 'Nobody: the process has no task for people.\n'
    : `| task | id | candidates | due after | form | not by who did | clauses |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function timers(all, days) {
  const rows = all
    .filter((it) => it.eventDefinitions && definition(it, 'Timer'))
    .map((event) => {
      const timer = definition(event, 'Timer');
      const expression = (timer.timeDate ?? timer.timeDuration ?? timer.timeCycle)?.body;
      const effect = is('BoundaryEvent')(event)
        ? `${event.cancelActivity === false ? 'beside' : 'ends'} ${event.attachedToRef.name}`
        : 'the process waits for it';
      const next = event.outgoing?.[0]?.targetRef;
      return row(event.name, when(expression, days), effect, next?.name ? `→ ${next.name}` : '');
    });
  return rows.length === 0
    ? 'No timers; tasks have due dates only.\n'
    : `| event | when | effect | then |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function ends(process) {
  return process.flowElements
    .filter(is('EndEvent'))
    .map((end) => `- ${end.name} (${code(end.id)})\n`)
    .join('');
}

function hangs(all) {
  const lines = [];
  const steps = all.filter((it) => is('ServiceTask')(it) && it.type !== 'external');
  if (steps.length > 0) {
    lines.push(
      `A step that fails is tried again after 5 s, 30 s, 5 min and 30 min; then an incident stands at it in Cockpit with the ` +
        `exception. Remove the cause, then choose *Retry* there. Steps: ${steps.map((it) => `${it.name} (${code(it.expression.replace(/^\$\{|\(.*$/g, ''))})`).join('; ')}.`,
    );
  }
  all
    .filter((it) => is('ServiceTask')(it) && it.type === 'external')
    .forEach((it) => lines.push(`${it.name} waits for a worker on the topic ${code(it.topic)}: see whether the worker runs and its account may fetch; failed attempts are listed under *External Tasks* in Cockpit.`));
  all
    .filter((it) => it.messageRef || (it.eventDefinitions && definition(it, 'Message') && !is('EndEvent')(it)))
    .forEach((it) => {
      const message = (it.messageRef ?? definition(it, 'Message').messageRef)?.name;
      lines.push(`${it.name} waits for the message ${code(message)} with the instance's business key: see in Cockpit whether whoever sends it has come that far or has an incident.`);
    });
  all
    .filter(is('CallActivity'))
    .forEach((it) => lines.push(`${it.name} waits for [${it.calledElement}](${it.calledElement}.md): open the called instance in Cockpit and look there.`));
  if (all.some(is('UserTask'))) {
    lines.push('A task that nobody takes: see in the table above whose it is; a lead gives a claimed task back or to another member of the same group (*改派* in Tasklist, with a reason). A refused submission tells its reason in Chinese with a number ([errors](../errors.md)).');
  }
  return lines.map((line) => `- ${line}\n`).join('');
}

/** The page of one process. */
export function processPage(model, all, days) {
  const inside = elements(model.process);
  const decisions = [...new Set(inside.filter(is('BusinessRuleTask')).map((it) => it.decisionRef))];
  const rule = decisions.length ? `\nDecision tables: ${decisions.map(code).join(', ')}.\n` : '';
  return `${NOTE}# ${model.process.name} (${model.id})

![${model.process.name}](${model.id}.svg)

Model: [${model.file}](../../${model.file}), version tag ${model.process.versionTag}; clauses ${property(model.process, 'clauses').join(' ') || '–'}.

## Purpose

${doc(model.process)}

## Trigger

${triggers(model, all).map((it) => `- ${it}\n`).join('')}
## Who does what

${tasks(inside, days)}${rule}
## Deadlines and timers

${timers(inside, days)}
## End states

${ends(model.process)}
## When it hangs

${hangs(inside)}`;
}

/** The index of all pages, by folder. */
export function indexPage(all) {
  const rows = all.map((model) => {
    const folder = model.file.split('/').slice(1, -1).join('/') || 'umbrella';
    const inside = elements(model.process);
    return row(`[${model.id}](${model.id}.md)`, model.process.name, folder, inside.filter(is('UserTask')).length, property(model.process, 'startedBy').join(', ') || '–');
  });
  return `${NOTE}# Processes

One page a process: purpose, trigger, who, deadlines, end states, what to do when it hangs. What the steps set and what the
forms submit is in [processes/README.md](../../processes/README.md).

| process | name | phase | tasks of people | started by hand by |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
