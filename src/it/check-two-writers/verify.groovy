import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
[logs[0], logs[1]].each {
  assert it.contains('Two executions write to the same file, target/pipeline.json: generate-pipeline (first) @ orders'
      + ' and generate-pipeline (second) @ orders. Set an <outputFile> in a separate folder below target for each.')
}
assert logs[2].contains('[INFO] Unchanged: target/pipeline.json')
return true
