import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def pom = new File(basedir, 'pom.xml').text
new File(basedir, 'before.xml').text = pom
new File(basedir, 'refused.xml').text = pom
def tabs = pom.replace('  ', '\t').replace('\n', '\r\n').replaceAll(/\s+$/, '')
new File(basedir, 'tabs.xml').text = tabs
new File(basedir, 'tabs-before.xml').text = tabs
return true
