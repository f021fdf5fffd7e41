import io.github.chalicemaven.it.InvokedProject

// For each folder here: what its own script prepares, or the sample application at the repository's root.
def own = new File(basedir, 'prebuild.groovy')
if (own.isFile()) {
  evaluate(own)
} else {
  InvokedProject.sampleApp(basedir)
}
return true
