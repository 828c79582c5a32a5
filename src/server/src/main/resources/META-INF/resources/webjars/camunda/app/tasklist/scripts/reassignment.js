// 改派: whoever may reassign the open task gives it to another member of its groups, or back to them all, with a reason.
function openTask() {
  return new URLSearchParams(window.location.hash.split('?')[1]).get('task');
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function panel(task, choices) {
  const { call } = window.censusflow;
  const to = make(
    'select',
    { className: 'form-control', ariaLabel: '改派给' },
    make('option', { value: '', textContent: '退回候选单位，由其认领' }),
    ...choices.candidates.map(it => make('option', { value: it.user, textContent: it.name + '（' + it.user + '）' }))
  );
  const reason = make('input', {
    className: 'form-control',
    maxLength: 500,
    placeholder: '理由（必填，不写个人信息）',
    ariaLabel: '改派的理由'
  });
  const failure = make('p', { className: 'text-danger', role: 'alert' });
  const send = make('button', { className: 'btn btn-primary', type: 'button', textContent: '确认改派' });
  send.addEventListener('click', async () => {
    send.disabled = true;
    try {
      await call('POST', '/tasks/' + encodeURIComponent(task) + '/reassignment', { to: to.value || null, back: !to.value, reason: reason.value });
      window.location.reload();
    } catch (error) {
      failure.textContent = error.message;
      send.disabled = false;
    }
  });
  return make('div', { className: 'reassignment-panel', hidden: true }, to, reason, send, failure);
}

async function show(element) {
  const task = openTask();
  element.replaceChildren();
  if (!task) return;
  try {
    const choices = await window.censusflow.call('GET', '/tasks/' + encodeURIComponent(task) + '/reassignment');
    if (task !== openTask() || !choices.candidates.length) return;
    const form = panel(task, choices);
    const button = make('button', { className: 'btn btn-link', type: 'button', textContent: '改派', id: 'reassign' });
    button.addEventListener('click', () => {
      form.hidden = !form.hidden;
    });
    element.replaceChildren(button, form);
  } catch {
    // The session is over; the next click of the page says so.
  }
}

export default [
  {
    id: 'censusflow.reassignment',
    pluginPoint: 'tasklist.task.action',
    priority: 50,
    render: element => {
      const again = () => {
        if (element.isConnected) show(element);
        else window.removeEventListener('hashchange', again);
      };
      window.addEventListener('hashchange', again);
      show(element);
    }
  }
];
