import io.github.chalicemaven.it.InvokedProject

def file = new File(basedir, 'pipeline.yaml')
assert file.bytes == InvokedProject.expected(basedir, 'pipeline.yaml').bytes
assert InvokedProject.read(file) == InvokedProject.read(InvokedProject.expected(basedir, 'pipeline.json'))
assert !new File(basedir, 'target/pipeline.json').exists()
assert InvokedProject.logs(basedir)[0].contains('[INFO] Wrote pipeline.yaml')
return true
