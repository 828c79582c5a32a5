// Replaces the configuration that ships with Tasklist as a whole, so its shortcuts are repeated here.
// Only zh is offered: the browser's language must not decide in which language staff work.
export default {
  app: {
    name: '普查任务',
    vendor: 'CensusFlow'
  },
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  disableWelcomeMessage: true,
  // The record of a task names the day in three parts; user-styles.css puts them together: 2026-11-28.
  dateFormat: {
    monthName: 'MM',
    short: 'YYYY-MM-DD HH:mm',
    abbr: 'YYYY-MM-DD HH:mm',
    normal: 'YYYY-MM-DD HH:mm',
    long: 'YYYY-MM-DD HH:mm:ss'
  },
  customScripts: ['scripts/rights', 'scripts/api', 'scripts/record-requests', 'scripts/registration-progress', 'scripts/audit-trail', 'scripts/reassignment', 'scripts/task-people'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前选择的任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '转到第一个筛选器'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '转到任务列表的第一个任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '转到任务表单的第一个输入框'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开“启动流程”窗口'
    }
  }
};
