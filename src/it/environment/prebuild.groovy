import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def version = (new File(basedir, 'pom.xml').text =~ /chalice-maven-plugin<.artifactId>\s*<version>(.*)<.version>/)[0][1]
def pom = new File(basedir, 'shell-pom.xml')
pom.text = pom.text.replace('@' + 'project.version@', version)
return true
