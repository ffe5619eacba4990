/** The line of progress on a terminal: shown in place of the last one, or taken away. */
export function progressLine(stderr: NodeJS.WriteStream): (line: string | undefined) => void {
  let isShown = false;
  return (line) => {
    if (line === undefined && !isShown) return;
    // Back to the first column, and nothing left of what stood there.
    stderr.write(`\r\u001b[K${line ?? ''}`);
    isShown = line !== undefined;
  };
}
