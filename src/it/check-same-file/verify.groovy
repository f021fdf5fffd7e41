import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
assert logs[0].contains('pipeline.yaml does not exist.')
assert logs[0].contains('buildspec.yml does not exist.')
assert logs[1].contains('[INFO] Unchanged: pipeline.yaml')
assert logs[1].contains('[INFO] pipeline.yaml is up to date.')
assert logs[2].contains('Configuration.BranchName changed from `master` to `main`')
assert logs[2].contains('[INFO] buildspec.yml is up to date.')
[logs[0], logs[2]].each {
  assert it.contains('This build has already updated the files. Review and commit them.')
}
assert logs[3].contains('[INFO] pipeline.yaml is up to date.')
return true
