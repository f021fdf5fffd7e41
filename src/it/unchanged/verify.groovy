import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
assert logs.size() == 3
assert logs[0].contains('[INFO] Unchanged: target/pipeline.json')
assert logs[0].contains('[INFO] Unchanged: target/buildspec.yml')
assert logs[1].contains('[INFO] Wrote target/pipeline.json')
assert logs[1].contains('[INFO] Unchanged: target/buildspec.yml')
assert logs[2].contains('[INFO] Unchanged: target/pipeline.json')
assert logs[2].contains('[INFO] Unchanged: target/buildspec.yml')

// The source is the template's matter alone: three runs have left the build specification as it was.
assert new File(basedir, 'target/buildspec.yml').lastModified() == 1_000_000_000_000L
assert new File(basedir, 'target/pipeline.json').lastModified() != 1_000_000_000_000L
return true
