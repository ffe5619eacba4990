// Loaded with `node -r`: at its end, the process writes its peak memory in bytes to the file that $PEAK names.
const fs = require('node:fs');

process.on('exit', () => {
  fs.writeFileSync(process.env.PEAK, String(peak()));
});

function peak() {
  try {
    // On Linux maxRSS begins with what the parent had when it started us: the kernel's own mark does not.
    const mark = /^VmHWM:\s*(\d+) kB$/m.exec(fs.readFileSync('/proc/self/status', 'utf8'));
    if (mark) return Number(mark[1]) * 1024;
  } catch {}
  return process.resourceUsage().maxRSS * 1024;
}
