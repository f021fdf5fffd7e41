import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def earlier = new File(basedir, 'target/pipeline.json')
earlier.parentFile.mkdir()
earlier.text = 'from an earlier build'
assert earlier.setLastModified(1_000_000_000_000L)
return true
