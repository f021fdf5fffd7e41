import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
[logs[0], logs[1]].each {
  assert it.contains('Two executions would write target/pipeline.json: generate-pipeline (first) @ orders and'
      + ' generate-pipeline (second) @ orders. Give each an <outputFile> in a folder of its own below target.')
}
assert logs[2].contains('[INFO] Unchanged: target/pipeline.json')
return true
