import io.github.chalicemaven.it.InvokedProject

def file = new File(basedir, 'pipeline.yaml')
// In the source tree, a file begins with a mark that tells whether it was edited.
assert file.text.endsWith('\n' + InvokedProject.expected(basedir, 'pipeline.yaml').text)
assert InvokedProject.read(file) == InvokedProject.read(InvokedProject.expected(basedir, 'pipeline.json'))
assert !new File(basedir, 'target/pipeline.json').exists()
assert InvokedProject.logs(basedir)[0].contains('[INFO] Wrote pipeline.yaml')
return true
