import io.github.chalicemaven.it.InvokedProject

InvokedProject.repository(basedir)
new File(basedir, 'app.py').text = ''
new File(basedir, '.chalice').mkdir()
new File(basedir, '.chalice/config.json').text = '{}'
return true
