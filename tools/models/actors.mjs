// Who acts in a user task, in the words of its candidate groups: for the pages in English, for the pictures in Chinese.

const GROUPS = {
  'groups.office': ['census office', '普查办'],
  'groups.leads': ["the office's leads", '普查办负责人'],
  'groups.leadingGroup': ['leading group', '领导小组'],
  'groups.subdistrictOffice': ["the subdistrict's office", '街道普查办'],
  'groups.supervisors': ["the subdistrict's supervisors", '普查指导员'],
  'groups.enumerators': ["the subdistrict's enumerators", '普查员'],
  'groups.ofUnit': ['the unit concerned', '有关单位'],
  'violationSteps.bureau': ['the statistics bureau', '统计局'],
  'violationSteps.investigatorGroups': ['the statistics bureau and the census office', '统计局、普查办'],
  'specialPopulationSteps.responsible': ['the responsible unit', '责任单位'],
  'sampleBlockSteps.teamGroups': ["the check team's groups", '抽查组'],
  'recheckSteps.reviewers': ['supervisors and offices', '指导员、普查办'],
  'questionSteps.checkers': ["the subdistrict's supervisors and office", '指导员、街道普查办'],
  'meetingSteps.convener': ["the government's office", '政府办'],
  'matterSteps.escalatedTo': ["the office's leads or the leading group", '负责人或领导小组'],
  'acceptanceSteps.owners': ['whoever owns the whole', '本级负责人员'],
  'acceptanceSteps.reviewers': ['the level above', '上一级'],
  'acceptanceSteps.escalatedTo': ['the level above the reviewers', '再上一级'],
  inspectorGroup: ["the inspectors' groups", '检查人员'],
  verifierGroup: ['whoever verifies the matter', '核实单位'],
  responsibleGroup: ['whoever is responsible for the matter', '责任单位'],
  askerGroup: ['whoever asked', '提问单位'],
};
const UNITS = {
  publicity: '宣传部门',
  finance: '财政部门',
  'public-security': '公安部门',
  'natural-resources': '资源规划部门',
  health: '卫健部门',
  'civil-affairs': '民政部门',
};

/** The names of a task's candidates; a group that nothing is said of stops the drawing. */
export function actors(expression) {
  const [, name, unit] = expression.match(/^\$\{([\w.]+)(?:\(execution(?:, *'?([\w-]+)'?)?\))?\}$/) ?? [];
  if (name === 'groups.unit' && UNITS[unit]) return { english: `unit \`${unit}\``, chinese: UNITS[unit] };
  if (!GROUPS[name]) throw new Error(`actors.mjs has no words for ${expression}`);
  const [english, chinese] = GROUPS[name];
  return { english, chinese };
}
