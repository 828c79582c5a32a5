// Only zh is offered: the browser's language must not decide in which language staff work.
export default {
  app: {
    name: '普查监控',
    vendor: 'CensusFlow'
  },
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  disableWelcomeMessage: true,
  customScripts: ['../tasklist/scripts/rights']
};
