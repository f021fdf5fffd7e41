import io.github.chalicemaven.it.InvokedProject

def file = new File(basedir, 'pipeline.yaml')
assert InvokedProject.read(file) == InvokedProject.read(InvokedProject.expected(basedir, 'pipeline.json'))
assert !file.text.trim().startsWith('{')
assert !new File(basedir, 'target/pipeline.json').exists()
assert InvokedProject.logs(basedir)[0].contains('[INFO] Wrote pipeline.yaml')
return true
