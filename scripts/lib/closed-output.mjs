/** Whoever reads the output may stop reading, as `head` does: that ends a command, and is no failure. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
