import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
[logs[0], logs[1]].each {
  assert it.contains('Two executions would write target/pipeline.json: generate-pipeline (first) @ orders and'
      + ' generate-pipeline (second) @ orders. Give each files of its own with <outputFile> and <buildspecFile>.')
}
assert logs[2].contains('[INFO] Unchanged: target/pipeline.json')
return true
