// How the embedded forms reach the server's /api. Tasklist loads this before it shows any form.
/** Where a path below /api is, for a link. */
function address(path) {
  return window.location.pathname.split('/camunda/')[0] + '/api' + path;
}

function token() {
  const cookie = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

/** What goes over as it is; anything else goes as JSON. */
function typed(body) {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  if (body instanceof Blob) return { body, headers: { 'Content-Type': 'application/octet-stream' } };
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return {};
  }
}

function refusal(status, content) {
  const message = content.message || '操作没有成功（' + status + '），请稍后再试。';
  return Object.assign(new Error(message), { status, faults: content.faults || [], doubts: content.doubts || [] });
}

/**
 * Calls the server as the user who is logged in.
 *
 * @param path below /api
 * @param body a file, a FormData, or what becomes JSON
 * @returns a promise of the answer's content; a refusal rejects with an Error whose message is the server's Chinese one,
 *   with the answer's status and the faults and doubts that it lists
 */
async function call(method, path, body) {
  const { headers, ...rest } = typed(body);
  const response = await fetch(address(path), {
    method,
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token(), ...headers },
    ...rest
  }).catch(() => {
    throw new Error('没有连上服务器，请检查网络后再试。');
  });
  const content = parsed(await response.text());
  if (!response.ok) throw refusal(response.status, content);
  return content;
}

/** Tasklist keeps a form closed to whoever has not claimed its task; a form may come before it has looked at who has. */
function isClaimed({ camForm, params, options }) {
  return params.taskId === camForm.taskId && !options.disableForm;
}

/**
 * Begins as soon as the user has claimed the form's task, and anew when it was handed back and claimed again. Until then
 * the form shows what it is `waiting` for, and asks the server for nothing.
 */
function claimed($scope, begin = () => {}) {
  $scope.$watch(isClaimed, open => {
    $scope.failure = null;
    $scope.waiting = open ? null : '请先认领本任务，再办理。';
    if (open) begin();
  });
}

/**
 * Reads the work of the form's task, once it is claimed, to be shown; a refusal becomes the form's failure.
 *
 * @returns a function that reads it again
 */
function work($scope, path, show) {
  async function load() {
    try {
      const content = await call('GET', path);
      $scope.failure = null;
      show(content);
    } catch (error) {
      $scope.failure = error.message;
    }
    $scope.waiting = null;
    $scope.$applyAsync();
  }
  claimed($scope, () => {
    $scope.waiting = '正在读取……';
    load();
  });
  return load;
}

/**
 * Reads variables that a form only shows. Left with the form they would be sent back with what it submits, and the server
 * takes nothing from a form but its inputs.
 */
function shown(camForm, names) {
  const variables = camForm.variableManager;
  camForm.on('form-loaded', () => names.forEach(name => variables.fetchVariable(name)));
  camForm.on('submit', () => names.filter(name => variables.variable(name)).forEach(name => variables.destroyVariable(name)));
}

window.censusflow = { address, call, claimed, work, shown };

export default [];
