import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)

// The same with a repository of its own, on a host that is not known.
def pom = new File(basedir, 'pom.xml').text
def scm = '  <scm>\n    <connection>scm:git:https://git.example.com/acme/orders.git</connection>\n  </scm>\n\n'
new File(basedir, 'own-host.xml').text = pom.replace('  <build>', scm + '  <build>')
return true
