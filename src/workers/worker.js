import start from MODULE;
onmessage = ({data}) => start({module_or_path: data}).catch(error => setTimeout(() => { throw error; }));
