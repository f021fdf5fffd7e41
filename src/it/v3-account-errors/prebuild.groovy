import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def pom = new File(basedir, 'pom.xml').text
def stages = '<stages><stage><name>prod</name><account>444455556666</account></stage></stages>'
def start = pom.indexOf('          <account>111122223333')
def end = pom.indexOf('        </configuration>')
new File(basedir, 'nowhere-pom.xml').text = pom.substring(0, start) + stages + pom.substring(end)
return true
