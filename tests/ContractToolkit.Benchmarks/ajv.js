// Measures ajv from bytes to verdict. Standard input: {"schema": …, "instances": ["text", …]}; standard output: nanoseconds of CPU time per instance,
// the median of nine rounds, and how many instances were rejected; or the reason why it cannot take the schema.
const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const dialect = String(input.schema.$schema || '');
const Ajv = /2020-12/.test(dialect) ? require('ajv/dist/2020') : /2019-09/.test(dialect) ? require('ajv/dist/2019') : require('ajv');
const ajv = new (Ajv.default || Ajv)({ strict: false, validateFormats: false, logger: false });
let validate;
try {
  if (/draft-06/.test(dialect)) ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  validate = ajv.compile(input.schema);
} catch (error) {
  console.log(JSON.stringify({ reason: String(error.message).slice(0, 200) }));
  process.exit(0);
}

const buffers = input.instances.map(text => Buffer.from(text, 'utf8'));
const pass = () => {
  let rejected = 0;
  for (const buffer of buffers) if (!validate(JSON.parse(buffer.toString('utf8')))) rejected++;
  return rejected;
};
const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) * 1000; };
const run = nanoseconds => { const start = cpu(); let passes = 0; do { pass(); passes++; } while (cpu() - start < nanoseconds); return (cpu() - start) / passes; };
run(300e6);
const times = Array.from({ length: 9 }, () => run(30e6)).sort((a, b) => a - b);
console.log(JSON.stringify({ nanoseconds: times[4] / buffers.length, rejected: pass() }));
